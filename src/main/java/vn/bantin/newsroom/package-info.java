/**
 * The newsroom's folder: {@code site.yaml} and one file for each feed, read into a catalog of
 * feeds, or into every mistake in them; watched while the server runs.
 */
@NullMarked
package vn.bantin.newsroom;

import org.jspecify.annotations.NullMarked;
