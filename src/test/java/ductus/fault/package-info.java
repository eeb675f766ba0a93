/**
 * A file system below the whole process that fails at a chosen operation, as disks, power and
 * systems do: what writes ends with one line then, and comes to the same files when it goes on.
 */
package ductus.fault;
