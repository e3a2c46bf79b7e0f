/**
 * YAML that remembers its lines: files that people write by hand, read so that every mistake is
 * named at its place. snakeyaml-engine lives only here.
 */
@NullMarked
package vn.bantin.yaml;

import org.jspecify.annotations.NullMarked;
