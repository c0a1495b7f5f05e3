/** What reporting needs from outside. */
@Export
@Version("0.1.0")
package vn.ansinh.reporting.port;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
