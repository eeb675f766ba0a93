package ductus.task.handwriting.page;

import ductus.ink.page.Page;
import ductus.task.handwriting.synthesis.WritingFigures;
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
