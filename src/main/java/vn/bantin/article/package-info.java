/**
 * The article, its parts and what can happen to it; plain values that every other room speaks in.
 */
@NullMarked
package vn.bantin.article;

import org.jspecify.annotations.NullMarked;
