package vn.ansinh.payment.port;

import vn.ansinh.locality.api.Component;

/**
 * A total by unit, ground, component and movement.
 *
 * @param unitCode unit
 * @param ground ground as shown: a restricted one is "Theo quyết định"
 * @param component component
 * @param movement movement
 * @param heads lines
 * @param amountDong sum now; 0 for STOPPED
 * @param previousDong sum the month before; 0 for NEW
 * @param changeDong part of the change that coefficients made, signed
 * @param rateDong part of the change that rates made, signed
 */
public record TotalRow(
        String unitCode,
        String ground,
        Component component,
        Movement movement,
        long heads,
        long amountDong,
        long previousDong,
        long changeDong,
        long rateDong) {}
