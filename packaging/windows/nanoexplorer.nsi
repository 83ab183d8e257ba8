; The installer for Windows. Compiled by build_installer.sh, which says what -D it wants:
;   VERSION    of the app                 BUNDLE   the folder that PyInstaller made
;   ICONS      where icons.py has drawn   OUT      the installer to write
;   FILES      list_files.py's answer     REMOVE   the same for the uninstaller
;   TARGET     amd64-unicode, where this makensis knows it (Debian's does); else x86-unicode
;
; Per user, without administrator, by default. On the command line:
;   /S                    asks nothing
;   /AllUsers             for everybody, in Program Files; wants an administrator
;   /D=C:\Some\folder     where to; the last argument, without quotes
; The uninstaller knows /S, and /RemoveSettings, which also removes what the app remembers of the
; user who runs it. Without it, /S keeps that. It never touches seminar and pack files that you have saved.
;
; Exit codes: 0 done, 1 cancelled, 2 failed. What is tested how stands in README.md.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh

!define APP "nanoexplorer"
!define PUBLISHER "The nanoexplorer developers"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define APP_KEY "Software\${APP}"

Name "${APP}"
OutFile "${OUT}"
RequestExecutionLevel user ; whoever wants /AllUsers starts it as an administrator
ManifestDPIAware true
SetCompressor /SOLID lzma
; The same files give the same installer.
SetDateSave off
BrandingText "${APP} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "FileDescription" "Installs ${APP} ${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}"

Var everybody ; 1 with /AllUsers
Var settings ; 1 where what is remembered goes too

!define MUI_ICON "${ICONS}/nanoexplorer.ico"
!define MUI_UNICON "${ICONS}/nanoexplorer.ico"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${BUNDLE}/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${APP}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open ${APP}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; --- words -----------------------------------------------------------------------------------

LangString needs_64 ${LANG_ENGLISH} "${APP} is made for 64-bit Windows 10 and later. This Windows is not one."
LangString needs_admin ${LANG_ENGLISH} "/AllUsers: start the installer as an administrator, or leave /AllUsers out to install for yourself."
LangString is_open ${LANG_ENGLISH} "${APP} is open, or a file of it can't be replaced. Close it and try again."
LangString not_written ${LANG_ENGLISH} "Not everything could be written to $INSTDIR. Is there room on the disk, and may you write there? Nothing you have saved was touched."
LangString ask_settings ${LANG_ENGLISH} "Also remove what ${APP} remembers: its settings, the last profile, and unsaved changes that wait to be recovered?$\r$\n$\r$\nSeminar and pack files that you have saved stay where they are."

!macro stop MESSAGE
  MessageBox MB_OK|MB_ICONSTOP "${MESSAGE}" /SD IDOK
  SetErrorLevel 2
  Quit
!macroend

!macro know_kind SUFFIX KIND NAME ; a double click on a file with this ending opens the app with it
  WriteRegStr SHCTX "Software\Classes\${SUFFIX}" "" "${APP}.${KIND}"
  WriteRegStr SHCTX "Software\Classes\${SUFFIX}" "Content Type" "application/x-${APP}-${KIND}"
  WriteRegStr SHCTX "Software\Classes\${APP}.${KIND}" "" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\${APP}.${KIND}\DefaultIcon" "" "$INSTDIR\${KIND}-file.ico"
  WriteRegStr SHCTX "Software\Classes\${APP}.${KIND}\shell\open\command" "" '"$INSTDIR\${APP}.exe" "%1"'
!macroend

!macro forget_kind SUFFIX KIND ; unless another program has taken the file type over
  ReadRegStr $1 SHCTX "Software\Classes\${SUFFIX}" ""
  ${If} $1 == "${APP}.${KIND}"
    DeleteRegKey SHCTX "Software\Classes\${SUFFIX}"
  ${EndIf}
  DeleteRegKey SHCTX "Software\Classes\${APP}.${KIND}"
  Delete "$INSTDIR\${KIND}-file.ico"
!macroend

!macro context ; where registry, shortcuts and folders are: the user's, or everybody's
  SetRegView 64
  ${If} $everybody = 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
!macroend

; --- the installer ---------------------------------------------------------------------------

Function .onInit
  ${IfNot} ${RunningX64}
    !insertmacro stop "$(needs_64)"
  ${EndIf}
  StrCpy $everybody 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    StrCpy $everybody 1
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      !insertmacro stop "$(needs_admin)"
    ${EndIf}
  ${EndIf}
  !insertmacro context
  ${If} $INSTDIR == "" ; no /D=
    Call usual_folder
  ${EndIf}
FunctionEnd

Function usual_folder ; the one of the installation that is there, else the system's own place
  ReadRegStr $INSTDIR SHCTX "${APP_KEY}" "InstallFolder"
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ${If} $everybody = 1
    StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP}"
  ${EndIf}
FunctionEnd

Function leave_if_open ; a program that runs can't be opened for writing
  ${If} ${FileExists} "$INSTDIR\${APP}.exe"
    ClearErrors
    FileOpen $1 "$INSTDIR\${APP}.exe" a
    ${If} ${Errors}
      !insertmacro stop "$(is_open)"
    ${EndIf}
    FileClose $1
  ${EndIf}
FunctionEnd

Function remove_older ; so that no file of an older version stays; the user's files do
  ReadRegStr $1 SHCTX "${APP_KEY}" "InstallFolder"
  ${If} $1 != ""
  ${AndIf} ${FileExists} "$1\uninstall.exe"
    ; With _?= it runs from where it is, and this waits for it.
    ExecWait '"$1\uninstall.exe" /S _?=$1'
    Delete "$1\uninstall.exe"
    RMDir "$1"
  ${EndIf}
FunctionEnd

Section
  Call leave_if_open
  Call remove_older
  ClearErrors
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  File "/oname=seminar-file.ico" "${ICONS}/seminar-file.ico"
  File "/oname=pack-file.ico" "${ICONS}/pack-file.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro stop "$(not_written)"
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${APP}.exe" "" "$INSTDIR\${APP}.exe" 0
  Call register
SectionEnd

Function register
  WriteRegStr SHCTX "${APP_KEY}" "InstallFolder" "$INSTDIR"
  !insertmacro know_kind ".nxseminar" "seminar" "Seminar file of ${APP}"
  !insertmacro know_kind ".nxpack" "pack" "Pack file of ${APP}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${APP}.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $1 $2 $3
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $1
  ${RefreshShellIcons}
FunctionEnd

; --- the uninstaller -------------------------------------------------------------------------

Function un.onInit
  ; For everybody, if that is where this folder is registered: no need to remember /AllUsers.
  StrCpy $everybody 0
  SetRegView 64
  ReadRegStr $1 HKLM "${APP_KEY}" "InstallFolder"
  ${If} $1 == $INSTDIR
    StrCpy $everybody 1
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      !insertmacro stop "$(needs_admin)"
    ${EndIf}
  ${EndIf}
  !insertmacro context
FunctionEnd

Function un.ask_settings
  StrCpy $settings 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/RemoveSettings" $1
  ${IfNot} ${Errors}
    StrCpy $settings 1
    Return
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(ask_settings)" /SD IDNO IDNO keep
  StrCpy $settings 1
  keep:
FunctionEnd

Function un.leave_if_open
  ${If} ${FileExists} "$INSTDIR\${APP}.exe"
    ClearErrors
    FileOpen $1 "$INSTDIR\${APP}.exe" a
    ${If} ${Errors}
      !insertmacro stop "$(is_open)"
    ${EndIf}
    FileClose $1
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.leave_if_open
  Call un.ask_settings
  Delete "$SMPROGRAMS\${APP}.lnk"
  !insertmacro forget_kind ".nxseminar" "seminar"
  !insertmacro forget_kind ".nxpack" "pack"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${APP_KEY}"
  ; File by file and only empty folders: what somebody else put there is not ours to remove.
  !include "${REMOVE}"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  ${If} $settings = 1
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\${APP}"
    RMDir /r "$APPDATA\${APP}"
  ${EndIf}
  ${RefreshShellIcons}
SectionEnd
