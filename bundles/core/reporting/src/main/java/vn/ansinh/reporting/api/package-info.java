/** Reports issued by a locality. */
@Export
@Version("0.1.0")
package vn.ansinh.reporting.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
