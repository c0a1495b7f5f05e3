/** Runs, lines, totals, reconciliation. */
@Export
@Version("0.1.0")
package vn.ansinh.payment.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
