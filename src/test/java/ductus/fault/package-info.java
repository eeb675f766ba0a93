/** A file system that loses power: what is killed at any of its operations must go on. */
package ductus.fault;
