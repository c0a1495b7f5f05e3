package vn.ansinh.payment.port;

import vn.ansinh.payment.api.Payments.LineView;

/**
 * A stored line with its person, before a restricted ground is hidden.
 *
 * @param line the line with its real ground
 * @param restricted whether the ground must not show
 */
public record StoredLine(LineView line, boolean restricted) {}
