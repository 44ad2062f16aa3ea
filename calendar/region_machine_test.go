package calendar

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// machineVariable tells the test binary to print the holidays' digest and stop.
const machineVariable = "SLACLOCK_TEST_DIGEST"

// TestRegionNoMachine: the holidays are the same whatever the machine's zone
// (G10), though some are computed in it: those of rickar/cal's own functions.
// The zones change their clocks at midnight, or once left out a day.
func TestRegionNoMachine(t *testing.T) {
	if os.Getenv(machineVariable) != "" {
		fmt.Println("digest", digestOfHolidays(t))
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Skip("the test binary cannot be found:", err)
	}
	here := digestOfHolidays(t)
	zones := []string{
		"UTC", "America/Havana", "America/Santiago", "America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "Pacific/Apia",
		"Pacific/Kiritimati", "Asia/Tehran",
	}
	for _, zone := range zones {
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command(self, "-test.run=^TestRegionNoMachine$", "-test.v")
			cmd.Env = append(os.Environ(), machineVariable+"=1", "TZ=:"+zoneFile(t, zone))
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			if !strings.Contains(string(out), "digest "+here+"\n") {
				t.Errorf("other holidays than here:\n%s\nhere: %s", out, here)
			}
		})
	}
}

// zoneFile writes a zone of the pinned database to a file and returns its path.
func zoneFile(t *testing.T, zone string) string {
	t.Helper()
	database, err := zip.OpenReader("zoneinfo.zip")
	if err != nil {
		t.Fatal(err)
	}
	defer database.Close()
	f, err := database.Open(zone)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "zone")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// digestOfHolidays returns a digest of all regions' holidays of 1900 to 2100.
func digestOfHolidays(t *testing.T) string {
	t.Helper()
	h := sha256.New()
	var line []byte
	for _, code := range Regions() {
		r := Region{Code: code, Estimated: true}
		s, err := r.source()
		if err != nil {
			t.Fatal(err)
		}
		var buf [32]Holiday
		for year := 1900; year <= 2100; year++ {
			for _, day := range s.appendYear(buf[:0], year) {
				line = fmt.Appendf(line[:0], "%s %d %d %s\n", r.Code, day.Date.n, day.Actual.n, day.Name)
				h.Write(line)
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// TestRegionConcurrent: one of rickar/cal's functions writes to what it is
// handed. The race detector sees whether anything is shared.
func TestRegionConcurrent(t *testing.T) {
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, r := range allRegions() {
				s, err := r.source()
				if err != nil {
					t.Error(err)
					continue
				}
				for year := 2015; year <= 2026; year++ {
					s.appendYear(nil, year)
				}
			}
		}()
	}
	wg.Wait()
}
