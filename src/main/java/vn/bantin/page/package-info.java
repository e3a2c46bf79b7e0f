/** What people see: pages, and parts of other people's pages. */
@NullMarked
package vn.bantin.page;

import org.jspecify.annotations.NullMarked;
