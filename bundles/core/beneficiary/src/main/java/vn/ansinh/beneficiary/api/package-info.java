/** Persons, their papers and dated facts. */
@Export
@Version("0.1.0")
package vn.ansinh.beneficiary.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
