package ductus.task.classification.signal;

import ductus.corpus.PieceKind;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;

/** Files that begin like ink, whatever their names. */
final class InkFiles {
  static final PieceKind<InkFile> KIND =
      new PieceKind<>(
          "ink", InkFormat.labels(), InkFormat::isInk, InkFile::read, InkFile::toString);

  private InkFiles() {}
}
