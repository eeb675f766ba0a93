package ductus.workbench.writing;

import ductus.file.BadFileException;
import ductus.workbench.drawing.HandModel;
import java.io.IOException;
import java.util.Set;

/**
 * A model as the user named it.
 *
 * @param model name, or absolute path
 * @param hands folder of the hands that the user added, absolute
 */
public record ModelGiven(String model, String hands) {
  public ModelGiven {
    if (model == null || hands == null) {
      throw new IllegalArgumentException("a model must have a name and a folder of added hands");
    }
  }

  /**
   * Opens it.
   *
   * @param wanted hands that are to be in it, known or added
   */
  public HandModel open(Set<String> wanted) throws BadFileException, IOException {
    return HandModel.open(model);
  }
}
