package vn.ansinh.payment.port;

/**
 * A key range of a run, fixed when the run was opened.
 *
 * @param number place in the run, from 1
 * @param fromPerson first person key
 * @param toPerson last person key
 */
public record Chunk(int number, long fromPerson, long toPerson) {}
