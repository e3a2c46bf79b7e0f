/** Every option that Bantin has, in one table. */
@NullMarked
package vn.bantin.config;

import org.jspecify.annotations.NullMarked;
