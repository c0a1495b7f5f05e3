package vn.ansinh.console.internal;

/**
 * What stands around every page.
 *
 * @param title title of the page
 * @param login who is signed in, or empty
 * @param formToken what every form of the session carries; empty when nobody is signed in
 * @param adjusted sentence that the clock is not the machine's, or empty
 */
public record Frame(String title, String login, String formToken, String adjusted) {}
