package ductus.cluster;

import ductus.inspection.FolderReport;
import ductus.inspection.ink.InkSurvey;

/** What a cluster found in a folder: music, or where there is none, ink. */
public sealed interface SurveyOutcome {
  /** The outcome of a folder of music. */
  record Music(FolderReport report) implements SurveyOutcome {}

  /**
   * The outcome of a folder of ink.
   *
   * @param survey whose files are on the storage that was looked through
   */
  record Ink(InkSurvey survey) implements SurveyOutcome {}
}
