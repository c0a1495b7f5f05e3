/** Starting and stopping a private PostgreSQL server. */
@Export
@Version("1.0.0")
package vn.ansinh.embeddedpostgres.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
