/** The command line: one file for each command, and what they share. */
@NullMarked
package vn.bantin.cli;

import org.jspecify.annotations.NullMarked;
