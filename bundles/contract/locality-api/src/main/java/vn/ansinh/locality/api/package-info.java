/**
 * The contract between the platform and a law or locality bundle: what the bundle implements and
 * the types the two show each other. It needs nothing but {@code java.*}; a bundle imports this
 * package and nothing else of the platform's.
 *
 * <p><b>Who implements.</b> The bundle: {@link vn.ansinh.locality.api.Locality} or {@link
 * vn.ansinh.locality.api.LawLayer}, any number of {@link vn.ansinh.locality.api.ReportFormat}, and
 * the functions in its grounds ({@link vn.ansinh.locality.api.Condition.Test}, {@link
 * vn.ansinh.locality.api.Ground.CoefficientKey}, {@link vn.ansinh.locality.api.Ground.Count}); all
 * are consumer types, and a bundle built against 1.0.0 imports {@code [1.0,2)}. The platform:
 * {@link vn.ansinh.locality.api.Facts}, {@link vn.ansinh.locality.api.Parameters}, {@link
 * vn.ansinh.locality.api.ReportInput}; these are provider types, and who implements them imports
 * {@code [1.0,1.1)}.
 *
 * <p><b>Threads.</b> Unless a type says otherwise, a bundle's code is called from several threads
 * at once. It is pure: same arguments, same answer; no I/O, no clock, no threads, no state that
 * changes, no floating point. Everything that this package hands over is immutable.
 *
 * <p><b>Time.</b> Limits are settings of the site; each type names its own. The whole bundle must
 * pass its check in a process of its own within {@code checkSeconds} (30 unless set otherwise).
 *
 * <p><b>Errors.</b> Null is an argument or an answer only where it is said. A constructor of this
 * package refuses null and wrong values with {@code NullPointerException} and {@code
 * IllegalArgumentException}; tables refuse with every fault, a line each, in Vietnamese.
 *
 * <p><b>How it grows.</b> Released types and methods stay. An interface of the bundle may gain
 * default methods, one of the platform any method; a record may gain components at its end and then
 * keeps each earlier constructor; an enum may gain constants, so a {@code switch} over one has a
 * default branch; the catalogue of facts may gain rows. The package's version moves with each such
 * step, and the build compares it with the released jars (docs/reference/contract.md).
 */
@Export
@Version("1.0.0")
package vn.ansinh.locality.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
