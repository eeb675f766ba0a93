@echo off
rem Starts Ductus on Windows, and builds it first where sources are newer than the jar, as ./ductus does elsewhere. "ductus
rem test" runs all tests, "ductus bench" measures. Here a JDK is found, and the launcher compiled (src\main\java\ductus\launch)
rem that does the rest.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
set "jdk="
set "found="
set "compiled="
set "launcher=%root%target\launcher"
set "sources=%root%src\main\java\ductus\launch"

if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for %%P in (javac.exe java.exe) do if not "%%~$PATH:P"=="" call :try_jdk "%%~dp$PATH:P.."
rem A java.exe that is not in its JDK's own folder says where that is.
for %%P in (java.exe) do if not defined jdk if not "%%~$PATH:P"=="" for /f "tokens=1* delims== " %%A in ('java.exe -XshowSettings:properties -version 2^>^&1') do if "%%A"=="java.home" call :try_jdk "%%B"
if defined jdk goto start
if not defined found set "found=none"
>&2 echo ductus: needs a JDK 17 or newer, found %found%; get one with 'winget install EclipseAdoptium.Temurin.21.JDK' or from https://adoptium.net, and set JAVA_HOME if it is not on the PATH
exit /b 1

:start
if exist "%launcher%\ductus\launch\Launcher.class" goto run
:compile
set "compiled=yes"
if exist "%launcher%" rd /s /q "%launcher%"
md "%launcher%"
if not exist "%launcher%" exit /b 1
"%jdk%\bin\javac.exe" -encoding UTF-8 -d "%launcher%" "%sources%\*.java"
if errorlevel 1 exit /b 1
:run
"%jdk%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Dductus.project=%root%." -cp "%launcher%" ductus.launch.Launcher %*
set "status=%ERRORLEVEL%"
rem It was older than its sources.
if "%status%"=="75" if not defined compiled goto compile
exit /b %status%

rem Is folder %1 a JDK of 17 or newer? Then %jdk% is it, else %found% says what is there.
:try_jdk
if defined jdk exit /b 0
if not exist "%~f1\bin\java.exe" exit /b 0
set "version="
if exist "%~f1\release" for /f "usebackq tokens=1,2 delims==" %%K in ("%~f1\release") do if "%%K"=="JAVA_VERSION" set "version=%%~L"
if not defined version exit /b 0
set "major="
for /f "tokens=1 delims=.-+_" %%M in ("%version%") do set "major=%%M"
if not defined found set "found=Java %version% in %~f1"
if %major% LSS 17 exit /b 0
if not exist "%~f1\bin\javac.exe" set "found=Java %version% without a compiler in %~f1"
if exist "%~f1\bin\javac.exe" set "jdk=%~f1"
exit /b 0
