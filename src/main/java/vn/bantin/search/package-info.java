/** What can be found by its words, and how a question is asked. */
@NullMarked
package vn.bantin.search;

import org.jspecify.annotations.NullMarked;
