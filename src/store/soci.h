// SPDX-License-Identifier: Apache-2.0
#pragma once

// Debian's SOCI was built with Boost and asks for Boost's headers (138 MB), for templates that we
// do not use.
#include <soci/soci-config.h>
#undef SOCI_HAVE_BOOST
#include <soci/soci.h>
