/** What is staged, checked and in force. */
@Export
@Version("0.1.0")
package vn.ansinh.activation.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
