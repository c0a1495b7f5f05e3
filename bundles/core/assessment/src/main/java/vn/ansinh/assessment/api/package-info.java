/** Facts and law in, reasons and amount out. */
@Export
@Version("0.1.0")
package vn.ansinh.assessment.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
