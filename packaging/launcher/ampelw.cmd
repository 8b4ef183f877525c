@echo off
rem As ampel.cmd, without a console that stays: for starting with Windows.
setlocal
set "LIB=%~dp0..\lib"
set "JAVA=javaw"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\javaw"
start "" "%JAVA%" "@%LIB%\jvm.options" %AMPEL_JVM_OPTIONS% -cp "%LIB%\*" app.ampel.Main %*
