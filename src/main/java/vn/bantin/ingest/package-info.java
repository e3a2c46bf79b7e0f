/** The way in: bytes become an article or a rejection, and articles reach the store only here. */
@NullMarked
package vn.bantin.ingest;

import org.jspecify.annotations.NullMarked;
