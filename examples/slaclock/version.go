package main

import (
	"fmt"
	"runtime/debug"

	"github.com/slaclock/slaclock/calendar"
)

// versionText returns the versions of the library, the tz database and the holidays.
func versionText() string {
	library, source := "(devel)", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "" {
			library = info.Main.Version
		}
		for _, m := range info.Deps {
			if m.Path == "github.com/rickar/cal/v2" {
				source = ", rules of rickar/cal " + m.Version
			}
		}
	}
	known := "unknown"
	if reach, err := (calendar.Region{Code: "MY"}).Reach(); err == nil {
		known = reach.Through.String()
	}
	return fmt.Sprintf("slaclock %s\ntz database %s\nholidays of %d regions%s, Malaysia's confirmed through %s\n",
		library, calendar.TZVersion, len(calendar.Regions()), source, known)
}
