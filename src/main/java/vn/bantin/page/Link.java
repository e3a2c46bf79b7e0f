package vn.bantin.page;

/**
 * A way to somewhere else.
 *
 * @param text what it is called
 * @param href where it leads
 */
record Link(String text, String href) {}
