/**
 * The newsroom's folder: {@code site.yaml}, one file for each feed and one for each partner, read
 * into a catalog of feeds, or into every mistake in them; watched while the server runs.
 */
@NullMarked
package vn.bantin.newsroom;

import org.jspecify.annotations.NullMarked;
