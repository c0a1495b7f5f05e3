/**
 * What a law or locality bundle implements ({@link vn.ansinh.locality.api.LawLayer}, {@link
 * vn.ansinh.locality.api.Locality}, {@link vn.ansinh.locality.api.ReportFormat}) and the types it
 * shows or is shown. It needs nothing but {@code java.*}.
 *
 * <p>Implementations are pure: same arguments, same answer; no I/O, no clock, no threads, no static
 * state, no floating point. They are called from several threads at once.
 */
@Export
@Version("0.1.0")
package vn.ansinh.locality.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
