package vn.ansinh.rest.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.ansinh.identity.api.Identity.Role;

/**
 * Who may call an operation: any of the roles, for the locality of the path where the role is one
 * of a locality. Without roles, everybody who signed in. An operation without this annotation is
 * open to nobody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    /** The roles. */
    Role[] value();
}
