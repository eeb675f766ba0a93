@echo off
rem A double click on this opens the studio in the browser; Quit in the page, or closing the window, ends it.
call "%~dp0ductus.cmd" studio %*
if errorlevel 1 pause
