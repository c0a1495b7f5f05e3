/** Decisions and what they grant. */
@Export
@Version("0.1.0")
package vn.ansinh.entitlement.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
