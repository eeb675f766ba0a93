package ductus.task.music.edit;

/**
 * What was changed in a score by hand.
 *
 * @param parent file of the score that it was made from, as it was named
 * @param parentSha256 of the file, in hex
 * @param added notes that are in the new score alone; a note that was moved is one of them
 * @param removed notes that are in the parent alone
 */
public record EditRequest(String parent, String parentSha256, int added, int removed) {
  public EditRequest {
    if (added < 0 || removed < 0) {
      throw new IllegalArgumentException(
          "added and removed must be 0 or more but were " + added + " and " + removed);
    }
  }
}
