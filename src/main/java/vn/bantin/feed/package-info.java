/**
 * From articles to the bytes of a feed: definitions, which articles belong, one writer for each
 * format. Pure: no clock, no file, no network. ROME and JDOM2 live only here.
 */
@NullMarked
package vn.bantin.feed;

import org.jspecify.annotations.NullMarked;
