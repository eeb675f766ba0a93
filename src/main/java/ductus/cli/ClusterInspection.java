package ductus.cli;

import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.cluster.SurveyRequest;
import ductus.workbench.report.FolderReport;
import java.nio.file.Path;
import java.util.Optional;

/** Looks through a folder of music on a cluster. */
record ClusterInspection(CommonOptions common, MasterOption master) {
  /**
   * The report that one machine would make, but that it names no more files than are shown.
   *
   * @param folder a path, or an address
   * @return empty if it was stopped
   */
  Optional<FolderReport> of(String folder) throws ClusterException {
    SurveyRequest request =
        new SurveyRequest(
            MasterOption.whole(folder),
            MasterOption.isAddress(folder) ? folder : Path.of(folder).toString(),
            common.console().mostNamed());
    try (StopSignal stop = new StopSignal();
        Cluster cluster = master.connect();
        Progress progress = common.console().progress("Reading")) {
      return cluster.survey(request, progress::reach, stop::isGiven);
    }
  }
}
