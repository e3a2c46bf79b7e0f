/**
 * How fast it is: benchmarks, a load on the packaged server, and the time that it takes to start.
 */
@NullMarked
package vn.bantin.bench;

import org.jspecify.annotations.NullMarked;
