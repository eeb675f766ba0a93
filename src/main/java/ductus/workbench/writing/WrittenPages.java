package ductus.workbench.writing;

import ductus.ink.page.Page;
import ductus.workbench.drawing.WritingFigures;
import java.util.List;

/**
 * Pages as they were written.
 *
 * @param figures how it went
 */
public record WrittenPages(List<Page> pages, WritingFigures figures) {
  public WrittenPages {
    pages = List.copyOf(pages);
  }
}
