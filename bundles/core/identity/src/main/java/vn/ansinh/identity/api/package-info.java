/** Accounts and rights. */
@Export
@Version("0.1.0")
package vn.ansinh.identity.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
