/**
 * {@code ductus draw}: letters drawn from their pictures, and training and measuring of the
 * network.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.strokerecovery;
