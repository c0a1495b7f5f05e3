/** The store outside of a container: for tests, tools and benchmarks. */
@Export
@Version("0.1.0")
package vn.ansinh.store.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
