package ductus.studio.compose;

import ductus.corpus.ScoreFile;
import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.provenance.NewNames;
import ductus.studio.collection.Workspace;
import ductus.studio.compose.DraftComposer.Candidates.Tune;
import ductus.studio.web.RequestException;
import ductus.task.music.edit.HandEditing;
import ductus.task.music.request.PieceOverview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes tunes that were edited by hand as drafts of their own. */
final class DraftEditor {
  private static final int LONGEST_NAME = 200;

  private final Workspace workspace;
  private final HandEditing editing;

  DraftEditor(Workspace workspace, String programVersion) {
    this.workspace = workspace;
    editing = new HandEditing(programVersion);
  }

  /** What can be edited in a file of the workspace. */
  EditableScore notes(String name) throws BadFileException, IOException {
    return EditableScore.of(ScoreFile.read(workspace.file(name)));
  }

  /** Writes a piece with other notes. */
  synchronized Tune edit(EditWish wish) throws BadFileException, IOException {
    Path file = workspace.file(wish.parent());
    Score parent = ScoreFile.read(file);
    return write(file.toString(), Files.readAllBytes(file), parent, wish.apply(parent), base(file));
  }

  /** Writes a file that the browser holds as a draft that can be edited. */
  synchronized Tune open(String name, String content) throws IOException {
    if (name == null || content == null || name.length() > LONGEST_NAME) {
      throw new RequestException(400, "a file to open must have a name and content");
    }
    return GivenScore.read(
        workspace.drafts(),
        name,
        content,
        file -> {
          Score score = ScoreFile.read(file);
          EditableScore.of(score);
          if (score.notes().isEmpty()) {
            throw new IllegalArgumentException(name + " has no notes");
          }
          return write(name, Files.readAllBytes(file), score, score, "opened");
        });
  }

  private Tune write(String name, byte[] bytes, Score parent, Score edited, String base)
      throws BadFileException, IOException {
    try (NewNames names = NewNames.ofTunes(workspace.drafts(), base, 1)) {
      Path stem = names.next();
      editing.write(name, bytes, parent, edited, stem);
      return Tune.of(workspace, stem, PieceOverview.of(edited), true);
    }
  }

  /** What the name of an edited tune begins with: its parent's, said once. */
  private static String base(Path file) {
    String name = String.valueOf(file.getFileName()).replaceAll("(-\\d+)?\\.[^.]*$", "");
    return name.endsWith("-edited") ? name : name + "-edited";
  }
}
