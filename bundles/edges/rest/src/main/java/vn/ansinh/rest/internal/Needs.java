package vn.ansinh.rest.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.ansinh.identity.api.Permission;

/**
 * The one permission that an operation needs, in the locality of the path's {@code code} where it
 * is one of a locality. An operation without this annotation is open to nobody, and a test says so.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    /** The permission. */
    Permission value();
}
