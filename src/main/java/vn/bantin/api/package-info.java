/** What programs ask of the newsroom's articles, and what they are answered; nothing of sockets. */
@NullMarked
package vn.bantin.api;

import org.jspecify.annotations.NullMarked;
