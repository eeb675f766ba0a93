package ductus.cli;

import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.cluster.SharedFolder;
import ductus.cluster.SurveyOutcome;
import ductus.cluster.SurveyRequest;
import java.nio.file.Path;
import java.util.Optional;

/** Looks through a folder of music or ink on a cluster. */
record ClusterInspection(CommonOptions common, MasterOption master) {
  /**
   * What one machine would find, but that the report names no more files than are shown.
   *
   * @param folder a path, or an address
   * @return empty if it was stopped
   */
  Optional<SurveyOutcome> of(String folder) throws ClusterException {
    SurveyRequest request =
        new SurveyRequest(
            SharedFolder.whole(folder),
            SharedFolder.isAddress(folder) ? folder : Path.of(folder).toString(),
            common.console().mostNamed());
    try (StopSignal stop = new StopSignal();
        Cluster cluster = master.connect();
        Progress progress = common.console().progress("Reading")) {
      return cluster.survey(request, progress::reach, stop::isGiven);
    }
  }
}
