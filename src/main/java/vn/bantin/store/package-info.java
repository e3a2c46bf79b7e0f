/**
 * The article store: articles, their revisions and the entry log of every feed, behind one {@link
 * vn.bantin.store.ArticleStore}. SQL lives only here.
 */
@NullMarked
package vn.bantin.store;

import org.jspecify.annotations.NullMarked;
