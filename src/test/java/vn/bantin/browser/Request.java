package vn.bantin.browser;

/**
 * Something that a page has made the browser fetch.
 *
 * @param address where it is
 * @param type what it is for, in the words of the DevTools protocol
 * @param bytes that came over the wire, those of its fields among them
 */
record Request(String address, String type, long bytes) {}
