package ductus.fault;

/** What is asked of a disk. */
enum DiskOperation {
  /** A file is opened to be written. */
  OPEN,
  /** A file is opened to be read. */
  READ,
  /** The names in a folder are asked for. */
  LIST,
  WRITE,
  FORCE,
  TRUNCATE,
  COPY,
  MOVE,
  DELETE,
  MAKE_FOLDER;

  /** Whether it changes something. */
  boolean isChange() {
    return this != READ && this != LIST;
  }

  /** Whether it takes one of the numbers that a process has for open files. */
  boolean isOpening() {
    return this == OPEN || this == READ || this == LIST;
  }
}
