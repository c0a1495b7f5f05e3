/** Ids, actor, tenant, clock, errors, unit of work and audit: the types that three rooms use. */
@Export
@Version("0.1.0")
package vn.ansinh.platform.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
