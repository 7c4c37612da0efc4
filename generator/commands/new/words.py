"""What `tangguh new` says, in the languages of the messages."""

from typing import Final

QUESTIONS: Final = {
    "id": {
        "title": "Judul",
        "slug": "Slug (nama tetap, untuk nama berkas)",
        "module": "Modul",
        "module-or-course": "Modul (atau course, untuk seluruh kursus)",
        "session": "Sesi yang membagikannya",
        "activity": "Kegiatan yang membagikannya (atau home-practice)",
        "minutes": "Lamanya dalam menit",
        "objectives": "Tujuan yang dilatih, dipisah koma",
        "type": "Macam lembar",
        "block": "Jenis blok pertama",
        "modules": "Modul, dipisah koma",
        "start": "Jam mulai",
        "days_apart": "Jarak antarpertemuan dalam hari",
        "write": "Tulis berkas-berkas ini?",
    },
    "en": {
        "title": "Title",
        "slug": "Slug (a name for ever, and the file's name)",
        "module": "Module",
        "module-or-course": "Module (or course, for the whole course)",
        "session": "Session that hands it out",
        "activity": "Activity that hands it out (or home-practice)",
        "minutes": "Length in minutes",
        "objectives": "Objectives it teaches, separated by commas",
        "type": "Type of sheet",
        "block": "Kind of its first block",
        "modules": "Modules, separated by commas",
        "start": "Start",
        "days_apart": "Days from one meeting to the next",
        "write": "Write these files?",
    },
}

REFUSALS: Final = {
    "id": {
        "missing": "masih kurang: {options}; tulis pilihannya, atau jalankan di terminal supaya ditanya",
        "slug": (
            "`{value}` bukan slug; pakai huruf kecil, angka, dan tanda hubung, diawali huruf, "
            "paling panjang {limit} huruf, misalnya `{better}`"
        ),
        "taken": "`{value}` sudah dipakai di {where}; pilih slug lain",
        "reserved": "`{value}` adalah nama seluruh kursus; pilih slug lain",
        "title": "judul harus satu baris, tidak kosong, paling panjang 400 huruf, tanpa tanda kendali",
        "unknown": "`{value}` tidak ada; yang ada: {known}",
        "none": "belum ada yang bisa dipilih di sini; {remedy}",
        "number": "tulis bilangan bulat dari {low} sampai {high}",
        "clock": "`{value}` bukan jam; tulis seperti 16:00",
        "midnight": "pertemuannya melewati tengah malam; pilih jam mulai yang lebih awal",
        "language": "`{value}` bukan kode bahasa; tulis seperti jv atau su",
        "known-language": (
            "bahasa `{value}` sudah ada di course.yaml; lihat yang belum diterjemahkan dengan "
            "`tangguh translate status {value}`"
        ),
        "stands": ("sudah ada: {files}; tidak ada yang ditulis. Pilih slug lain, atau pindahkan berkas itu"),
        "listing": (
            "`{slug}` tidak bisa ditambahkan ke `{key}` di {file} secara otomatis; tidak ada "
            "yang ditulis. Tambahkan sendiri sebagai butir di sana, lalu jalankan lagi perintah"
            " ini"
        ),
        "broken": "berkas di atas harus diperbaiki dulu; tidak ada yang ditulis",
        "scale": "blok ini memerlukan skala jawaban, dan scales.yaml belum punya; pilih jenis lain",
    },
    "en": {
        "missing": "still missing: {options}; give them, or run this on a terminal to be asked",
        "slug": (
            "`{value}` is no slug; use small letters, digits and hyphens, a letter first, at "
            "most {limit} of them, such as `{better}`"
        ),
        "taken": "`{value}` is taken in {where}; choose another slug",
        "reserved": "`{value}` is the name of the whole course; choose another slug",
        "title": "a title is one line, not empty, of at most 400 characters, without control characters",
        "unknown": "`{value}` is not there; there are: {known}",
        "none": "there is nothing to choose from yet; {remedy}",
        "number": "give a whole number from {low} to {high}",
        "clock": "`{value}` is no time; write it as 16:00",
        "midnight": "a meeting would go past midnight; choose an earlier start",
        "language": "`{value}` is no language code; write it as jv or su",
        "known-language": (
            "the language `{value}` stands in course.yaml already; see what is left to "
            "translate with `tangguh translate status {value}`"
        ),
        "stands": ("already there: {files}; nothing was written. Choose another slug, or move the file away"),
        "listing": (
            "`{slug}` cannot be added to `{key}` in {file} safely; nothing was written. Add it "
            "there as an entry yourself, then run this command again"
        ),
        "broken": "the files above have to be mended first; nothing was written",
        "scale": "this block needs a response scale, and scales.yaml has none; choose another kind",
    },
}

REPORT: Final = {
    "id": {
        "new": "Berkas baru:",
        "changed": "Berkas yang ditambah:",
        "next": "Langkah berikutnya:",
        "write": (
            "Tulis {number} teks: cari {marks} di berkas-berkas baru. `tangguh check` menyebut "
            "setiap tempatnya."
        ),
        "see": "Lihat hasilnya: `tangguh serve`.",
        "translate": (
            "Terjemahannya ada di berkas di folder translations/. Yang belum ditulis tampil "
            "dalam bahasa sumber."
        ),
        "schedule": "Masukkan sesinya ke sebuah jadwal di programmes/, kalau dipakai di sana.",
        "objective": (
            "Ganti slug `first-objective` dan slug lain sebelum terbit; sesudah itu slug tidak berubah lagi."
        ),
        "days": "Periksa jamnya, dan tambahkan istirahat (`kind: pause`) kalau perlu.",
        "status": "Lihat yang belum diterjemahkan: `tangguh translate status {code}`.",
    },
    "en": {
        "new": "New files:",
        "changed": "Files that got an entry:",
        "next": "What to do next:",
        "write": (
            "Write {number} texts: look for {marks} in the new files. `tangguh check` names each place."
        ),
        "see": "See what it looks like: `tangguh serve`.",
        "translate": (
            "The translations stand in folders translations/. What is not written there is "
            "shown in the source's language."
        ),
        "schedule": "Enter the session in a programme in programmes/, where one holds it.",
        "objective": (
            "Change the slug `first-objective` and others before you publish; after that slugs never change."
        ),
        "days": "Check the hours, and add breaks (`kind: pause`) where needed.",
        "status": "See what is left to translate: `tangguh translate status {code}`.",
    },
}
