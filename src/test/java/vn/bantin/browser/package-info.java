/** Pages and embeds as people meet them: in a real browser, over real sockets. */
package vn.bantin.browser;
